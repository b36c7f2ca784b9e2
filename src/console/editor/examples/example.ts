import type { MessageKey } from '../../messages/zh-CN.js';

type NameOf<Key> = Key extends `example.${infer Name}` ? Name : never;

/** A saved operation of the editor. */
export interface Example {
  /** Its name is the message `example.<name>`. */
  readonly name: NameOf<MessageKey>;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

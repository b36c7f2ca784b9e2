import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything with an opaque id that `node` can find again.' })
export abstract class NodeView {
  @Field(() => ID, { description: 'Opaque: good for `node` and as an input, nothing else.' })
  abstract readonly id: string;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { HubError } from '../errors.js';

@ObjectType({ description: 'Why something that was asked for could not be done: something the caller can understand and mend.' })
export class UserError {
  @Field(() => String, { description: 'Stable code to branch on.' })
  code!: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Path of the input at fault.' })
  field!: string | null;

  @Field(() => Int, { nullable: true, description: 'Line at fault, from 1, where the input is a text of many.' })
  line?: number | null;
}

/** What every mutation returns: its result, or why there is none. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Empty when all went well.' })
  userErrors: UserError[] = [];
}

export function toUserError(error: HubError): UserError {
  return { code: error.code, message: error.message, field: error.field ?? null };
}

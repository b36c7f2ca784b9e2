import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, connectionOf, globalId, Payload } from '../../platform/index.js';

/** A note as the database holds it. */
export interface NoteRow {
  readonly uuid: string;
  readonly postId: string;
  readonly author: string;
  readonly text: string;
  readonly writtenAt: string;
}

@ObjectType('Note', { simpleResolvers: true, description: 'What somebody of the desk told the others about a post. Sites and readers never see it.' })
export class NoteView {
  readonly postId: string;

  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { description: 'Name of who wrote it.' })
  readonly author: string;

  @Field(() => String, { description: 'As written; @login names a colleague.' })
  readonly text: string;

  @Field(() => DateTime)
  readonly writtenAt: Date;

  constructor({ uuid, postId, author, text, writtenAt }: NoteRow) {
    this.postId = postId;
    this.id = globalId('Note', uuid);
    this.author = author;
    this.text = text;
    this.writtenAt = new Date(writtenAt);
  }
}

export const NoteConnection = connectionOf('Note', NoteView);

@InputType({ description: 'A note to be written.' })
export class WriteNoteInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => String, { description: 'At most 4,000 characters; @login names a colleague, who finds it among her mentions.' })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What you wrote.' })
export class WriteNotePayload extends Payload {
  @Field(() => NoteView, { nullable: true })
  note!: NoteView | null;
}

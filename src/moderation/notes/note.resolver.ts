import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PostView, postById } from '../../intake/index.js';
import { type Connection, HubContext, idOf, pageSize, toConnection } from '../../platform/index.js';
import { requireMember } from '../require-member.js';
import { NoteConnection, NoteView, WriteNoteInput, WriteNotePayload } from './note.view.js';
import { listMentions, notesByPost, readNote } from './read-notes.js';
import { writeNote } from './write-note.js';

@Resolver(() => NoteView)
export class NoteResolver {
  @Query(() => NoteConnection, { description: 'Notes that name you, the newest first.' })
  async mentions(@Ctx() context: HubContext, @Arg('first', () => Int, { defaultValue: 20 }) first: number, @Arg('after', () => String, { nullable: true }) after: string | null): Promise<Connection<NoteView>> {
    const size = pageSize(first);
    const rows = await listMentions(context.db, requireMember(context), size + 1, after ?? null);
    return toConnection(rows, size, ({ uuid }) => [uuid], (row) => new NoteView(row));
  }

  @Mutation(() => WriteNotePayload, { description: 'Tells your colleagues something about a post.' })
  async writeNote(@Arg('input', () => WriteNoteInput) { postId, text }: WriteNoteInput, @Ctx() context: HubContext): Promise<WriteNotePayload> {
    const id = await writeNote(context, { postId: idOf('Post', postId, 'postId'), text });
    return Object.assign(new WriteNotePayload(), { note: await readNote(context.db, id) });
  }

  @FieldResolver(() => PostView, { nullable: true, description: 'What it is about.' })
  async post(@Root() note: NoteView, @Ctx() context: HubContext): Promise<PostView | null> {
    return (await context.load(postById, note.postId)) ?? null;
  }
}

@Resolver(() => PostView)
export class PostNotesResolver {
  @FieldResolver(() => [NoteView], { description: 'What the desk says of it, as it was said.' })
  async notes(@Root() post: PostView, @Ctx() context: HubContext): Promise<NoteView[]> {
    return (await context.load(notesByPost, post.uuid)) ?? [];
  }
}

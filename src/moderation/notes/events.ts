import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** Somebody of the desk wrote a note. Subject: the post. What it says is in the note alone. */
export const noteWritten = defineEvent('note.written', z.object({ noteId: z.uuid(), mentioned: z.array(z.uuid()) }));

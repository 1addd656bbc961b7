import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** What an editor with the usual extensions saves of a text that was put into it. */
export const saved = (content: string): string => new Editor({ extensions: [StarterKit], content }).getHTML();

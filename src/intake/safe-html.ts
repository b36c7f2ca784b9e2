import { sanitiseHtml } from './content/sanitise-html.js';
import type { PostContent } from './post-row.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** What readers may be shown of a revision: its HTML made safe, or its text as paragraphs where it came as text. */
export function safeHtmlOf({ html, text }: Pick<PostContent, 'html' | 'text'>): string {
  if (html !== null) return sanitiseHtml(html);
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
  return paragraphs.map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`).join('');
}

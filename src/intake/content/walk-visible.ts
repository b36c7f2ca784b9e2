import { Tokenizer } from 'htmlparser2';

/** Receives what a reader of the page would see, in document order. Tag and attribute names are in lower case. */
export interface VisibleMarkup {
  /** A run of text between two tags, entities decoded. */
  text(data: string): void;
  /** An element begins (void elements too); the map is reused for the next tag, so it must not be kept. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** An end tag as written: it may match nothing, and elements may never be closed. */
  close(name: string): void;
}

/** Elements whose content is not text of the article. */
const UNREAD = new Set([
  'script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'svg', 'math', 'head', 'title',
  'object', 'applet', 'audio', 'video', 'canvas', 'select', 'datalist', 'textarea', 'button',
]);

const VOID = new Set(['area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

/** Elements that may stand in a head: anything else means that the page forgot to close it. */
const IN_HEAD = new Set(['base', 'basefont', 'head', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title']);

/** Elements that end an open paragraph, as browsers do. */
const ENDS_PARAGRAPH = new Set([
  'address', 'article', 'aside', 'blockquote', 'center', 'details', 'dialog', 'dir', 'div', 'dl', 'fieldset', 'figcaption', 'figure', 'footer',
  'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul',
]);

const HIDING_STYLE =
  /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em|rem|%)?(?:!important)?(?:;|$)|opacity:0(?:!important)?(?:;|$))/;
const STYLE_INSPECTED = 2048;

/** Whether the element's own attributes hide it from readers. */
function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has('hidden')) return true;
  const style = attributes.get('style');
  return style !== undefined && HIDING_STYLE.test(style.slice(0, STYLE_INSPECTED).toLowerCase().replace(/\s+/g, ''));
}

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/**
 * Walks HTML once and reports what a reader would see; scripts, styles, frames, controls and hidden elements are left out
 * with all that they hold. Built on htmlparser2's tokenizer, not its Parser: the Parser keeps a stack of open elements
 * that costs quadratic time on hostile nesting, while a walk that only counts costs the same a character at any depth.
 *
 * @param wanted names of the attributes to report; `hidden` and `style` are always read, to tell what is hidden
 */
export function walkVisible(html: string, sink: VisibleMarkup, wanted: ReadonlySet<string> = new Set()): void {
  const attributes = new Map<string, string>();
  let name = '';
  let attribute: string | null = null;
  let value = '';
  let run = '';
  /** The element that hides everything until it ends, and how many of its name are open within. */
  let hiddenBy: string | null = null;
  let depth = 0;

  function flush(): void {
    if (run !== '') sink.text(run);
    run = '';
  }

  function endsHiding(opened: string): boolean {
    if (hiddenBy === 'head') return !IN_HEAD.has(opened);
    return hiddenBy === 'p' && ENDS_PARAGRAPH.has(opened);
  }

  function open(selfClosed: boolean): void {
    if (hiddenBy !== null && endsHiding(name)) hiddenBy = null;
    if (hiddenBy !== null) {
      if (name === hiddenBy && !selfClosed) depth += 1;
      return;
    }
    flush();
    const hides = UNREAD.has(name) || isHidden(attributes);
    if (!hides) sink.open(name, attributes);
    else if (!VOID.has(name) && !selfClosed) {
      hiddenBy = name;
      depth = 1;
    }
  }

  function close(closed: string): void {
    if (hiddenBy === null) {
      flush();
      sink.close(closed);
    } else if (closed === hiddenBy) {
      depth -= 1;
      if (depth === 0) hiddenBy = null;
    }
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes.clear();
      },
      onattribname(start, end) {
        const written = html.slice(start, end).toLowerCase();
        attribute = written === 'style' || written === 'hidden' || wanted.has(written) ? written : null;
        value = '';
      },
      onattribdata(start, end) {
        if (attribute !== null) value += html.slice(start, end);
      },
      onattribentity(codePoint) {
        if (attribute !== null) value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (attribute !== null && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend() {
        open(false);
      },
      // Only foreign elements (<svg/>, <o:p/>) close themselves; in HTML the slash means nothing.
      onselfclosingtag() {
        open(name.includes(':') || name === 'svg' || name === 'math');
      },
      onclosetag(start, end) {
        close(html.slice(start, end).toLowerCase());
      },
      ontext(start, end) {
        if (hiddenBy === null) run += html.slice(start, end);
      },
      ontextentity(codePoint) {
        if (hiddenBy === null) run += String.fromCodePoint(codePoint);
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  flush();
}

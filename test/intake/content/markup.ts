import fc from 'fast-check';

const names = fc.constantFrom('p', 'div', 'span', 'a', 'img', 'br', 'script', 'style', 'svg', 'iframe', 'table', 'td', 'li', 'b', 'o:p', 'form', 'input', 'textarea', 'title', 'noscript', 'template', 'math', 'pre', 'blockquote', 'xmp', 'plaintext');
const values = fc.constantFrom(
  'javascript:alert(1)', 'JaVa\tScript:alert(1)', 'data:text/html,<script>1</script>', 'https://a.example.org/?a=1&b="2"', '//b.example.org', '/relative',
  'vbscript:x', 'mailto:a@example.org', '1', '0', 'display:none', '"><script>alert(1)</script>', "'", '`', '',
);
const attributes = fc.constantFrom('href', 'src', 'style', 'class', 'id', 'onclick', 'onerror', 'alt', 'width', 'height', 'hidden', 'srcset', 'srcdoc', 'formaction', 'xlink:href', 'rel');
const attribute = fc.tuple(attributes, values, fc.constantFrom('"', "'", '')).map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`);
const openTag = fc.tuple(names, fc.array(attribute, { maxLength: 3 }), fc.constantFrom('>', '/>', ' >', '')).map(([name, written, end]) => `<${name}${written.join('')}${end}`);
const closeTag = names.map((name) => `</${name}>`);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('&lt;script&gt;', '&amp;nbsp;', '&#12288;', '&#0;', '&#xD800;', '<!--', '-->', '<![CDATA[', ']]>', '<?xml?>', '&', '<', '"', '文明', ' \n '),
);

/** HTML as hostile or as broken as a site can push: tags that never end, scripts, handlers, strange addresses. */
export function markup(): fc.Arbitrary<string> {
  return fc.array(fc.oneof(openTag, closeTag, text), { maxLength: 40 }).map((parts) => parts.join(''));
}

import type { MarkdownIt } from 'markdown-it';

/** Bare `https://…`, `www.…` and mail addresses are links, as in Reveal's Markdown (GitHub's rule); bare host names are not. */
export function autolink(md: MarkdownIt): void {
  md.set({ linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  md.linkify.add('//', null).add('ftp:', null);
  md.linkify.add('www.', {
    validate: (text, pos, self) => Math.max(0, self.testSchemaAt(`http://${text.slice(pos)}`, 'http:', 5) - 2),
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}

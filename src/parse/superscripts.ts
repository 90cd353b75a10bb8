import MarkdownIt, { type Token } from 'markdown-it';

/** Each at its value. */
export const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Inline tokens in which `10^3^` is "10³": where only words are left of a text, digits of two heights would become one number.
 */
export function withSuperscripts(inline: readonly Token[]): readonly Token[] {
  return inline.map((token, index) => {
    const isExponent = isRaising(inline[index - 1]) && /\d$/.test(inline[index - 2]?.content ?? '');
    if (!isExponent || token.type !== 'text' || !/^[-−]?\d+$/.test(token.content)) return token;
    const raised = new MarkdownIt.Token('text', '', 0);
    raised.content = token.content.replace(/[-−]/, '⁻').replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit);
    return raised;
  });
}

function isRaising(token: Token | undefined): boolean {
  return token?.type === 'sup_open' || (token?.type === 'html_inline' && /^<sup\b/i.test(token.content));
}

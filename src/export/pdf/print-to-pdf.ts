import type { CDPSession, Page } from 'puppeteer-core';

/** Bytes that are taken over at once; as text each piece is held several times. */
const piece = 2 ** 22;

/**
 * Prints a page as its style sheet says, with tags, and with a bookmark a heading where `outline` asks for it; `limit` is how long that may take, ms.
 * Puppeteer's `page.pdf` would do the
 * same, but decodes it by `Uint8Array.fromBase64`, for which pdf.js puts in a function of its own: ten seconds for 60 MB, and half a
 * gigabyte.
 */
export async function printToPdf(
  page: Page,
  { outline, limit }: { readonly outline: boolean; readonly limit: number },
): Promise<Uint8Array> {
  const session = await page.createCDPSession();
  try {
    const { stream } = await session.send(
      'Page.printToPDF',
      {
        transferMode: 'ReturnAsStream',
        preferCSSPageSize: true,
        printBackground: true,
        marginTop: 0,
        marginBottom: 0,
        marginLeft: 0,
        marginRight: 0,
        generateTaggedPDF: true,
        generateDocumentOutline: outline,
      },
      { timeout: limit },
    );
    return stream === undefined ? new Uint8Array() : await read(session, stream);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

async function read(session: CDPSession, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await session.send('IO.read', { handle, size: piece });
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'latin1'));
    if (eof) break;
  }
  await session.send('IO.close', { handle });
  return Buffer.concat(pieces);
}

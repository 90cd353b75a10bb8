/** What reads a PDF for pdf.js: loaded ahead, so that it need not be looked for later. Nothing of it is called here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** A deck to a PDF by Puppeteer alone, from the presenter's single file. Usage: npx tsx scripts/export-pdf.ts <deck.html> <file.pdf> */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchOptions } from 'pilcrow';
import puppeteer from 'puppeteer';

const [html = '', file = 'slides.pdf'] = process.argv.slice(2);
const browser = await puppeteer.launch(await launchOptions());
try {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(resolve(html)).href}?view=print`);
  await page.waitForSelector('.reveal .pdf-page');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
} finally {
  await browser.close();
}

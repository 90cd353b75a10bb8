/**
 * Sets anew what Mermaid reads beside the code, so that the same source is drawn the same: random numbers, time, the screen, and a blank
 * picture in place of any that would be fetched. Runs in the page.
 */
export function startOver(): void {
  const page = globalThis as unknown as { Date: DateConstructor; clock?: DateConstructor };
  let seed = 1;
  // Mulberry32, by Tommy Ettinger, public domain: small, and the same in every browser.
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  if (page.clock !== undefined) return;
  // Some kinds wrap their rows at the width of the screen.
  Object.defineProperty(screen, 'availWidth', { value: 1600 });
  page.clock = Date;
  const noon = Date.UTC(2024, 0, 1, 12);
  page.Date = new Proxy(Date, {
    construct: (date, values: unknown[]) => Reflect.construct(date, values.length === 0 ? [noon] : values) as Date,
    get: (date, name) => (name === 'now' ? () => noon : Reflect.get(date, name)),
  });
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  const blank = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>';
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    ...source,
    set(this: HTMLImageElement, address: string) {
      source?.set?.call(this, address.startsWith('data:image/') ? address : blank);
    },
  });
}

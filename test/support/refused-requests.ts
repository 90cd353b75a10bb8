/** What the dev server gives nothing away for: paths to files that are none of the deck's. */
export const foreignPaths: readonly string[] = [
  '/../../etc/passwd',
  '/talk/../../../../etc/passwd',
  '/talk/%2e%2e/%2e%2e/etc/passwd',
  '/talk/..%2f..%2f..%2fetc%2fpasswd',
  '/talk/..%5c..%5cetc%5cpasswd',
  '/talk/%252e%252e%252fetc/passwd',
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/@fs/etc/passwd?import&raw??',
  '/@fs/etc/passwd?.svg?.wasm?init',
  '/@id/__x00__/etc/passwd',
  '/@id//etc/passwd?raw',
  '//etc/passwd',
  '/etc/passwd?url&inline',
  '/__open-in-editor?file=/etc/passwd',
  '/%00',
  '/package.json',
];

/** Paths that cannot be decoded. */
export const undecodable: readonly string[] = ['/%', '/%zz', '/talk/%', '//', '/talk/assets/%ff'];

/** Headers of a page that is not the server's own. */
export const foreignOrigins: readonly (readonly [Readonly<Record<string, string>>])[] = [
  [{ host: 'elsewhere.example' }],
  [{ host: 'elsewhere.example:4880' }],
  [{ origin: 'http://elsewhere.example' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
  [{ 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'script' }],
];

export const refusedMethods: readonly string[] = ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'];

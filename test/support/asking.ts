/** Asks in every way that a script of a page has: by name, by number, of this machine, ahead of a request, past the page's requests. */
export const asking = `
const hosts = ['named.invalid', 'localhost:3471', '127.0.0.1:3472', '192.0.2.1', '[2001:db8::1]'];
for (const host of hosts) {
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload']) {
    document.head.append(Object.assign(document.createElement('link'), { rel, href: 'http://' + host + '/', as: 'image' }));
  }
  const attempts = [
    () => (new Image().src = 'http://' + host + '/a.png'),
    () => fetch('http://' + host + '/').catch(() => {}),
    () => navigator.sendBeacon('http://' + host + '/'),
    () => new WebSocket('ws://' + host + '/'),
    () => new EventSource('http://' + host + '/'),
    () => new WebTransport('https://' + host + '/'),
    () => new Worker('http://' + host + '/w.js'),
    () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://' + host + '/' })),
    () => open('http://' + host + '/'),
  ];
  for (const attempt of attempts) try { attempt(); } catch {}
  const peer = new RTCPeerConnection({ iceServers: [
    { urls: 'stun:' + host.replace(/:\\d+$/, '') + ':3478' },
    { urls: 'turn:' + host.replace(/:\\d+$/, '') + ':3479?transport=tcp', username: 'a', credential: 'b' },
  ] });
  peer.createDataChannel('a');
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
}
`;

/** Takes the place of what would fetch from the network in a package that is bundled. */
// biome-ignore lint/style/noDefaultExport: what it takes the place of has one
export default function noNetwork(): never {
  throw new Error('Pilcrow asks nothing of the network.');
}

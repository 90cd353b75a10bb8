/**
 * Reveal parts a background video's addresses at their commas, and a `data:` address, as a single file has them, holds one. Its
 * content gets an address without.
 */
export function addressBackgroundVideos(root: Element): void {
  for (const slide of root.querySelectorAll<HTMLElement>('[data-background-video^="data:"]')) {
    const videos = slide.dataset.backgroundVideo?.matchAll(/data:([^;,]*);base64,([^,]*)/g) ?? [];
    const addresses = [...videos].map(([, type = '', content = '']) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      return URL.createObjectURL(new Blob([bytes], { type }));
    });
    if (addresses.length > 0) slide.dataset.backgroundVideo = addresses.join(',');
    else delete slide.dataset.backgroundVideo;
  }
}

import type { Atlas, LonLat } from './atlas.js';

/**
 * The outline of a land round a pole, Antarctica, which goes once round the world and does not close on a flat map: cut at the
 * meridian opposite the window's and closed along the pole.
 */
export function polarRing(atlas: Atlas, arcs: readonly number[], meridian: number): readonly LonLat[] {
  const points: LonLat[] = [];
  for (const index of arcs) {
    const arc = index < 0 ? atlas.arc(~index).toReversed() : atlas.arc(index);
    const end = points.at(-1)?.[0] ?? arc[0]?.[0] ?? 0;
    const move = Math.round((end - (arc[0]?.[0] ?? 0)) / 360) * 360;
    points.push(...arc.map(([lon, lat]): LonLat => [lon + move, lat]));
  }
  const first = points[0]?.[0] ?? 0;
  const turn = (points.at(-1)?.[0] ?? 0) > first ? 360 : -360;
  const start = meridian - turn / 2;
  const toStart = (lon: number): number => Math.abs(lon - start - Math.round((lon - start) / 360) * 360);
  let cut = 0;
  points.forEach(([lon], index) => {
    if (toStart(lon) < toStart(points[cut]?.[0] ?? 0)) cut = index;
  });
  const move = Math.round((start - (points[cut]?.[0] ?? 0)) / 360) * 360;
  const pole = (points[0]?.[1] ?? 0) < 0 ? -90 : 90;
  return [
    ...points.slice(cut).map(([lon, lat]): LonLat => [lon + move, lat]),
    ...points.slice(0, cut + 1).map(([lon, lat]): LonLat => [lon + move + turn, lat]),
    [start + turn, pole],
    [start, pole],
  ];
}

import type { Pass } from '../slide-tree.js';
import { elements, hasClass, remove } from '../tree.js';

/** On a slide the chart stands for its table; papers that are set as running text keep both. */
export const leaveChartData: Pass = ({ section, isProse }) => {
  if (isProse === true) return;
  for (const table of elements(section, 'table').filter((one) => hasClass(one, 'chart-data'))) remove(table);
};

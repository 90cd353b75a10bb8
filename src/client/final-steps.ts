/** Shows every step of every slide as it stands in the end, and gives back what hides again those that were not shown. */
export function showFinalSteps(root: ParentNode): () => void {
  const hidden = [...root.querySelectorAll('.fragment:not(.visible)')];
  for (const step of hidden) step.classList.add('visible');
  return () => {
    for (const step of hidden) step.classList.remove('visible');
  };
}

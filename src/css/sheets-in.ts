/** The style sheets in raw HTML that hold for the whole deck: those of `<style scoped>` hold for their slide alone. */
export function sheetsIn(html: string): readonly string[] {
  return [...html.matchAll(/<style\b([^>]*)>([\s\S]*?)(?:<\/style|$)/gi)].flatMap(([, attributes = '', css = '']) =>
    /\bscoped\b/.test(attributes) ? [] : [css],
  );
}

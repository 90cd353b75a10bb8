/**
 * Where a logo stands: above the title, at the foot of other slides, above the list of decks; on a phone it stands in the page's flow. The
 * date line stands where the logo does, and so moves to the right; the foot ends before the mark. Only decks with a logo carry it. Papers
 * have their own rules for it (`client/theme/papers/brand.css`).
 */
export const logoStyle = `.brand-line {
  position: absolute;
  top: var(--y-run);
  left: var(--margin);
  display: flex;
  align-items: center;
  column-gap: 16px;
  width: 352px;
  height: 48px;
  font: 600 20px / 24px var(--sans);
  color: var(--ink);
}
.brand-logo {
  background: no-repeat left center / contain;
}
.brand-mark {
  background: var(--ink);
  mask: no-repeat left center / contain;
  forced-color-adjust: none;
}
.brand-line > .brand-logo {
  width: 100%;
  height: 100%;
}
.brand-line > .brand-mark {
  flex: none;
  width: 48px;
  height: 48px;
}
.brand-line > .brand-mark:only-child {
  width: 100%;
}
.stage > .at-foot {
  position: absolute;
  top: var(--y-foot);
  right: var(--margin);
  width: 64px;
  height: 24px;
  background-position: right center;
  mask-position: right center;
}
.stage:has(> .brand-line) > .dated {
  right: var(--margin);
}
.stage:has(> .at-foot) > .foot {
  margin-inline-end: var(--pitch);
}
@media (forced-colors: active) {
  .brand-mark {
    background: CanvasText;
  }
}
@media screen {
  .flow .reveal .stage > .brand-line {
    position: static;
    flex: none;
    width: auto;
    height: 40px;
    margin-bottom: 20px;
  }
  .flow .reveal .stage > .at-foot {
    display: none;
  }
  .flow .reveal .stage:has(> .at-foot) > .foot {
    margin-inline-end: 0;
  }
}
.index .brand-line {
  position: static;
  margin-bottom: 40px;
}
`;

/** The names of Reveal's `initialize` options (reveal.js 6, dist/config.d.ts), so that a mistyped one is noticed. */
export const revealOptionNames: ReadonlySet<string> = new Set(
  `autoAnimate autoAnimateDuration autoAnimateEasing autoAnimateMatcher autoAnimateStyles autoAnimateUnmatched autoPlayMedia
  autoSlide autoSlideMethod autoSlideStoppable backgroundTransition center controls controlsBackArrows controlsLayout
  controlsTutorial defaultTiming totalTime minimumTimePerSlide disableLayout display embedded focusBodyOnPageVisibilityChange
  fragmentInURL fragments hash hashOneBasedIndex height help hideCursorTime hideInactiveCursor history jumpToSlide keyboard
  keyboardCondition loop margin maxScale minScale mobileViewDistance mouseWheel navigationMode overview
  parallaxBackgroundHorizontal parallaxBackgroundImage parallaxBackgroundRepeat parallaxBackgroundPosition
  parallaxBackgroundSize parallaxBackgroundVertical pause pdfMaxPagesPerSlide pdfPageHeightOffset pdfSeparateFragments
  postMessage postMessageEvents preloadIframes preventIframeAutoFocus previewLinks progress respondToHashChanges rtl
  scrollActivationWidth scrollLayout scrollProgress scrollSnap showHiddenSlides showNotes showSlideNumber shuffle slideNumber
  sortFragmentsOnSync touch transition transitionSpeed view viewDistance width`.split(/\s+/),
);

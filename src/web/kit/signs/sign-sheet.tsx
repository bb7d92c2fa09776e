/** Every sign of the screens, once in the page; `<use href="#…">` draws one. No icon font, no image from an address. */
export function SignSheet() {
  return (
    <svg width="0" height="0" className="hidden" aria-hidden="true" focusable="false">
      <defs>
        <RatingSymbols />
        <VerificationSymbols />
        <IconSymbols />
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--paper)" />
          <path d="M0 0v6" stroke="var(--rate-u)" strokeWidth="2.4" />
        </pattern>
        <pattern id="band" width="18" height="9" patternUnits="userSpaceOnUse">
          <path
            d="M0 0h18v1.4H0zM0 7.6h18V9H0zM4.5 2.2 8.2 4.5 4.5 6.8.8 4.5zM13.5 2.6c1.4 0 2.6.8 2.6 1.9s-1.2 1.9-2.6 1.9-2.6-.8-2.6-1.9 1.2-1.9 2.6-1.9z"
            fill="var(--cobalt)"
          />
        </pattern>
        <symbol id="jar" viewBox="0 0 24 28">
          <path
            d="M5 1.2h14v2.2c-1.6 1.3-2 2.4-2 3.9 1.3 1.8 3 3.7 3 6.2 0 3-2.3 4.6-2.3 7.4 0 2 .6 3.2 1.6 4.3v1.6H4.7v-1.6c1-1.1 1.6-2.3 1.6-4.3 0-2.8-2.3-4.4-2.3-7.4 0-2.5 1.7-4.4 3-6.2 0-1.5-.4-2.6-2-3.9z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinejoin="round"
          />
          <path d="M4.4 12.2h15.2M5.4 17h13.2" stroke="currentColor" strokeWidth="1.5" />
        </symbol>
      </defs>
    </svg>
  );
}

/** Circles: how far. */
const RatingSymbols = () => (
  <>
    <symbol id="rating-fully" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="7.5" fill="currentColor" />
    </symbol>
    <symbol id="rating-largely" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 8V1.2A6.8 6.8 0 1 1 1.2 8z" fill="currentColor" />
    </symbol>
    <symbol id="rating-partially" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 8V1.2A6.8 6.8 0 0 1 14.8 8z" fill="currentColor" />
    </symbol>
    <symbol id="rating-not_implemented" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </symbol>
    <symbol id="rating-unknown" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 1.84" />
      <path
        d="M6.2 6.4c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.4-1.8 1.3-1.8 2.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.2" r="1" fill="currentColor" />
    </symbol>
    <symbol id="rating-not_applicable" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" />
      <path d="M4.8 8h6.4" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </symbol>
  </>
);

/** Squares: how well we know. `own` is a record of the organisation itself. */
const VerificationSymbols = () => (
  <>
    <symbol id="check-verified" viewBox="0 0 16 16">
      <rect x="1" y="1" width="14" height="14" rx="1.5" fill="currentColor" />
      <path d="m4.3 8.3 2.5 2.5 5-5.4" fill="none" stroke="var(--paper)" strokeWidth="2" />
    </symbol>
    <symbol id="check-secondary" viewBox="0 0 16 16">
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2 2v12h12z" fill="currentColor" />
    </symbol>
    <symbol id="check-editorial" viewBox="0 0 16 16">
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4.8 5.4h6.4M4.8 8h6.4M4.8 10.6h3.6" stroke="currentColor" strokeWidth="1.4" />
    </symbol>
    <symbol id="check-recall" viewBox="0 0 16 16">
      <rect
        x="1.75"
        y="1.75"
        width="12.5"
        height="12.5"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.6 2.2"
      />
      <path d="M4.4 9c1.2-2 2.4-2 3.6-1s2.4 1 3.6-1" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </symbol>
    <symbol id="check-own" viewBox="0 0 16 16">
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="5" y="5" width="6" height="6" fill="currentColor" />
    </symbol>
  </>
);

/** Line icons; each stands beside its word. */
const IconSymbols = () => (
  <>
    <symbol id="icon-down" viewBox="0 0 16 16">
      <path d="m3 6 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </symbol>
    <symbol id="icon-left" viewBox="0 0 16 16">
      <path d="m10 3-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </symbol>
    <symbol id="icon-right" viewBox="0 0 16 16">
      <path d="m6 3 5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </symbol>
    <symbol id="icon-get" viewBox="0 0 16 16">
      <path d="M8 1.5v9m-3.8-3.6L8 10.7l3.8-3.8M2 14.2h12" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </symbol>
    <symbol id="icon-check" viewBox="0 0 16 16">
      <path d="m2.5 8.5 3.7 3.7 7.3-8" fill="none" stroke="currentColor" strokeWidth="2" />
    </symbol>
    <symbol id="icon-menu" viewBox="0 0 16 16">
      <path d="M1 3.5h14M1 8h14M1 12.5h14" stroke="currentColor" strokeWidth="1.6" />
    </symbol>
    <symbol id="icon-warn" viewBox="0 0 16 16">
      <path d="M8 1.8 15 14H1z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 6v4" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="8" cy="12" r=".9" fill="currentColor" />
    </symbol>
  </>
);

/** The mark: a bitten biscuit whose crumbs are the cookies that travel. */
export function Mark() {
  return (
    <svg class="mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="var(--accent-fill)"
        d="M16 3a13 13 0 1 0 13 13 5 5 0 0 1-5.6-4.6A5 5 0 0 1 18.6 6 5 5 0 0 1 16 3Z"
      />
      <g fill="var(--paper)">
        <circle cx="11" cy="12" r="2" />
        <circle cx="10" cy="20" r="1.6" />
        <circle cx="17" cy="17" r="1.8" />
        <circle cx="18" cy="24" r="1.6" />
        <circle cx="23.4" cy="19.4" r="1.4" />
      </g>
      <g fill="var(--accent-fill)">
        <circle cx="24.6" cy="4.8" r="1.8" />
        <circle cx="29" cy="9" r="1.1" />
      </g>
    </svg>
  );
}

/** An icon of `icons.ts`, alone or as a button. */

/** An icon beside a name that says the same; screen readers skip it. */
export function Icon({ svg }: { svg: string }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      // The text is our own build's, from the package: nothing of a learner's passes here.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** A button of one icon; `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  onClick,
  disabled = false,
  class: name = "",
  place,
}: {
  icon: string;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  class?: string;
  /** What lessons call it when they point at it. */
  place?: string;
}) {
  return (
    <button
      type="button"
      class={`icon-button ${name}`}
      data-place={place}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon svg={icon} />
    </button>
  );
}

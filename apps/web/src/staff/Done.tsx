import { Icon } from '../ui/Icon.tsx';

/** Says that it worked. Its place is there before, so that a screen reader hears what comes into it; empty, it takes no room. */
export function Done({ text }: { readonly text: string | null }) {
  return (
    <div role="status" className="done-line">
      {text && (
        <p>
          <Icon name="check" size="sm" color="success" />
          {text}
        </p>
      )}
    </div>
  );
}

import { formatPhone } from '../../format/phone.ts';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useUnion } from '../../union.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** For whoever would rather not do it here. */
export function PhoneSection() {
  const { home } = useMessages(find);
  const { call } = useMessages(common);
  const union = useUnion();
  if (!union?.phone) return null;
  return (
    <section className="page-section section-muted" aria-labelledby="phone">
      <div className="container">
        <h2 id="phone" className="mb-2">
          {home.phoneTitle}
        </h2>
        <p>{home.phoneText}</p>
        <ButtonLink href={`tel:${union.phone}`} wide>
          <Icon name="telephone" />
          <span>{call(formatPhone(union.phone))}</span>
        </ButtonLink>
      </div>
    </section>
  );
}

import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

export function HowItWorks() {
  const { home } = useMessages(find);
  return (
    <section className="page-section" aria-labelledby="how">
      <div className="container">
        <h2 id="how">{home.how}</h2>
        <ol className="how-steps">
          {home.steps.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

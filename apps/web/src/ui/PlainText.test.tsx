import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PlainText } from './PlainText.tsx';

it('shows markup in a text of the directory as text', () => {
  const html = renderToStaticMarkup(<PlainText text={'<img src=x onerror=alert(1)>\n- <b>a</b> javascript:alert(1)\n## <script>'} />);
  expect(html).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p><ul><li>&lt;b&gt;a&lt;/b&gt; javascript:alert(1)</li></ul><h2>&lt;script&gt;</h2>');
});

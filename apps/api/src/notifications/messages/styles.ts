/*
 * One column without tables, images or anything from elsewhere; the fonts of the reader's device, 16 px and more. No
 * background and no colour of text is set, so that a dark screen stays dark; what has a colour (the button, the line
 * beside the facts, links) reads on both. A mail program that drops the sheet loses only the lighter links on dark.
 */
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Inline, because many mail programs know nothing else. */
export const styles = {
  body: `margin:0;padding:0;${font};font-size:17px;line-height:1.5;-webkit-text-size-adjust:100%`,
  page: 'max-width:600px;margin:0 auto;padding:24px 20px',
  union: 'margin:0 0 24px;font-size:16px;font-weight:600',
  title: 'margin:0 0 20px;font-size:26px;line-height:1.25;font-weight:700',
  paragraph: 'margin:0 0 16px',
  facts: 'margin:24px 0;padding:4px 0 4px 16px;border-left:4px solid #3d8ee0',
  fact: 'margin:0 0 12px',
  lastFact: 'margin:0',
  label: 'display:block;font-size:16px',
  value: 'display:block;font-weight:600',
  buttonRow: 'margin:28px 0',
  button:
    'display:inline-block;padding:14px 24px;border-radius:4px;background:#0066cc;color:#ffffff;font-size:18px;font-weight:600;text-decoration:none',
  address: 'color:#0059b3;word-break:break-all;overflow-wrap:anywhere',
  heading: 'margin:28px 0 8px;font-size:20px;line-height:1.3;font-weight:700',
  list: 'margin:0 0 16px;padding:0 0 0 24px',
  item: 'margin:0 0 6px',
  whole: 'white-space:nowrap',
  phone: 'color:#0059b3;white-space:nowrap',
  closing: 'margin:36px 0 0;padding:20px 0 0;border-top:1px solid #8a97a6;font-size:16px',
} as const;

export const sheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){a.link{color:#8ec5ff !important}}`;

/** Gives the focus to what stands there, or to the button in it, once the page has drawn what just changed. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    (place?.querySelector<HTMLElement>('button') ?? place)?.focus();
  });
}

export const searchFieldId = 'person-search';
export const submitId = 'book-submit';

import type { Page } from '@playwright/test';

/** A shield of the given colour, drawn by the browser itself: a real picture, as a program of an office saves it. */
export async function shield(page: Page, colour: string, type: 'image/png' | 'image/jpeg' | 'image/webp' = 'image/png'): Promise<Buffer> {
  const address = await page.evaluate(
    ([fill, mediaType]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 200;
      canvas.height = 240;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('this browser does not draw');
      pen.fillStyle = fill;
      pen.fillRect(20, 20, 160, 200);
      return canvas.toDataURL(mediaType);
    },
    [colour, type] as const,
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/** Whether the picture at this place of the page was drawn, and with which proportions. */
export function drawnSize(page: Page, selector: string): Promise<{ width: number; height: number; isDrawn: boolean } | null> {
  return page.evaluate((wanted) => {
    const image = document.querySelector<HTMLImageElement>(wanted);
    return image && { width: image.naturalWidth, height: image.naturalHeight, isDrawn: image.complete && image.naturalWidth > 0 };
  }, selector);
}

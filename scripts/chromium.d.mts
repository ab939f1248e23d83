/** The path of a browser that is there, else one that it installs. The error names every way that was tried and why it failed. */
export function provideChromium(): Promise<string>;

/** What Node is told for a process that runs from the sources of the API. */
export declare const fromSources: readonly string[];

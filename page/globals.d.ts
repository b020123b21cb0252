// What stands above worker.js once the page is made.
declare function loadPyodide(options: object): Promise<any>;
declare const createPyodideModule: unknown;

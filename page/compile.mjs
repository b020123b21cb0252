// Compiles the Python files of a folder for the Python of the page, which is Pyodide's own.
// usage: node compile.mjs PYODIDE FOLDER
const [, , place, folder] = process.argv;
const { loadPyodide } = await import(`${place}/pyodide.mjs`);
const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/made");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, "/made");
pyodide.runPython(`
import os, py_compile, sys
for top, folders, files in os.walk("/made"):
    folders.sort()
    for name in sorted(files):
        if name.endswith(".py"):
            file = os.path.join(top, name)
            py_compile.compile(
                file, file + "c", dfile=file.removeprefix("/made/"), doraise=True, optimize=1,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            os.remove(file)
`);

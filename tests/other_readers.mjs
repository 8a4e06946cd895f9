// node other_readers.mjs FOLDER_OF_C2PA_TS FILE...: what c2pa-ts says of their Content Credentials.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const part = (name) => import(pathToFileURL(join(folder, "dist", name, "index.js")));
const { BMFF, JPEG, PNG } = await part("asset");
const { SuperBox } = await part("jumbf");
const { ManifestStore, ValidationResult } = await part("manifest");

async function validate(file) {
  const bytes = await readFile(file);
  try {
    const Kind = [JPEG, PNG, BMFF].find((kind) => kind.canRead(bytes));
    const asset = Kind.create ? await Kind.create(bytes) : new Kind(bytes);
    const store = ManifestStore.read(SuperBox.fromBuffer(await asset.getManifestJUMBF()));
    return await store.validate(asset);
  } catch (error) {
    return ValidationResult.fromError(error);
  }
}

const answers = [];
for (const file of files) {
  const result = await validate(file);
  answers.push({ valid: result.isValid, codes: result.statusEntries.map((entry) => entry.code) });
}
console.log(JSON.stringify(answers));

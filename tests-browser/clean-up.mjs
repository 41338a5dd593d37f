// The demo's data is of no use after the tests.
import { rmSync } from "node:fs";

export default () => rmSync(process.env.TALANG_DATA, { recursive: true, force: true });

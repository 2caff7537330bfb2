#!/usr/bin/env node
// CommonJS, as package.json beside it says: Node starts it some milliseconds sooner than an ES module.
require("../dist/bundle/writ.js");

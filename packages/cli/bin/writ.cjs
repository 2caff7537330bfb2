#!/usr/bin/env node
require("../dist/bundle/writ.cjs");

#!/usr/bin/env node
import "../dist/bundle/writ.js";

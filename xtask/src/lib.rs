//! Tests, tidiness, release.

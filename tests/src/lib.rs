//! Helpers of the test binary: what builds the world that a test runs in.

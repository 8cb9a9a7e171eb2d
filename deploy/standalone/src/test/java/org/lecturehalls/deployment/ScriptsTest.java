package org.lecturehalls.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptsTest {

    static Stream<Path> scripts() {
        Stream<Path> ci =
                Stream.of(Project.file(".ci/run")).filter(file -> file.toFile().exists());
        return Stream.concat(Project.files("deploy", ".sh").stream(), ci);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isAScriptThatItsShellReads(Path script) throws Exception {
        String shell = Project.read(script).startsWith("#!/bin/sh\n") ? "sh" : "bash";
        assertThat(saidBy(shell, "-n", script.toString())).isEmpty();
    }

    /** All but those that others source, which say so to shellcheck in their first line. */
    static Stream<Path> programs() {
        return scripts().filter(script -> !Project.read(script).startsWith("# shellcheck shell=bash\n"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isExecutableAndStopsAtTheFirstError(Path script) {
        String text = Project.read(script);
        boolean bash = text.startsWith("#!/usr/bin/env bash\n");
        assertThat(bash || text.startsWith("#!/bin/sh\n")).isTrue();
        assertThat(text).contains(bash ? "\nset -euo pipefail\n" : "\nset -eu\n");
        assertThat(script.toFile().canExecute()).isTrue();
    }

    static Stream<Path> nodeScripts() {
        return Project.files("deploy", ".mjs").stream();
    }

    @ParameterizedTest
    @MethodSource("nodeScripts")
    void isAModuleThatNodeReads(Path script) throws Exception {
        assertThat(saidBy("node", "--check", script.toString())).isEmpty();
    }

    private static String saidBy(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

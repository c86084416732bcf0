#!/bin/sh
# Measures the loops that every byte, cell or row of an input passes through, with JMH from Maven Central.
#   src/bench/loops/loops.sh [JMH OPTIONS ...]        needs java 17, Maven and target/tallybook.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../../target/tallybook.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for library in org.openjdk.jmh:jmh-core:1.37 org.openjdk.jmh:jmh-generator-annprocess:1.37 net.sf.jopt-simple:jopt-simple:5.0.4 \
        org.apache.commons:commons-math3:3.6.1; do
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact="$library" -DoutputDirectory="$work/lib"
done
javac -d "$work/classes" -cp "$jar:$work/lib/*" -processorpath "$work/lib/jmh-core-1.37.jar:$work/lib/jmh-generator-annprocess-1.37.jar" "$here"/*.java
java -cp "$work/classes:$jar:$work/lib/*" org.openjdk.jmh.Main "$@"

#!/bin/sh
# Writes a detail sheet of 12 columns with Tallybook and with fastexcel, in turn, each as a process of its own.
#   src/bench/writing/write.sh [ROWS [ROUNDS]]        needs java 17, Maven, GNU time and target/tallybook.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../../target/tallybook.jar
rows=${1:-500000}
rounds=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for library in org.dhatim:fastexcel:0.20.2 com.github.rzymek:opczip:1.2.0; do
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact="$library" -DoutputDirectory="$work/lib"
done
javac -d "$work/classes" -cp "$jar:$work/lib/*" "$here"/*.java
java -cp "$work/classes:$jar" WriteDetail template "$work"

measure() {
    name=$1
    shift
    /usr/bin/time -f "$name: %e s wall, %U s + %S s processor, %M KiB at most" "$@"
}

for round in $(seq "$rounds"); do
    measure "fastexcel" java -Xmx2g -cp "$work/classes:$work/lib/*" WriteDetailFastexcel "$rows" "$work/fastexcel.xlsx"
    measure "Tallybook" java -Xmx256m -cp "$work/classes:$jar" WriteDetail "$rows" "$work" "$work/tallybook.xlsx"
    measure "Tallybook, started as its distribution starts" java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp "$work/classes:$jar" WriteDetail "$rows" "$work" "$work/tallybook.xlsx"
done
ls -l "$work"/*.xlsx

#!/bin/sh
# Reads a cost export with the whole job of Tallybook and with the bare readers of others, in turn, each as a process of its own.
#   src/bench/reading/read.sh [ROWS [ROUNDS]]        needs java 17, Maven, GNU time, target/tallybook.jar and target/tallybook-dist
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../../target
rows=${1:-200000}
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for library in org.dhatim:fastexcel-reader:0.20.2 com.fasterxml:aalto-xml:1.4.0 org.codehaus.woodstox:stax2-api:4.3.0 \
        org.apache.commons:commons-compress:1.28.0 commons-io:commons-io:2.20.0 commons-codec:commons-codec:1.19.0 org.apache.commons:commons-lang3:3.18.0 org.duckdb:duckdb_jdbc:2.0.0.1; do
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact="$library" -DoutputDirectory="$work/lib"
done
javac -d "$work/classes" -cp "$target/tallybook.jar:$work/lib/*" "$here"/*.java
mkdir "$work/csv" "$work/xlsx"
java "$here/../GenerateUsage.java" "$rows" "$work/csv/usage.csv" > "$work/sums"
java -cp "$work/classes:$target/tallybook.jar" GenerateUsageWorkbook "$work/csv/usage.csv" "$work/xlsx/usage.xlsx"

measure() {
    name=$1
    shift
    /usr/bin/time -f "$name: %e s wall, %U s + %S s processor, %M KiB at most" "$@" > "$work/printed"
}

tallybook() { # name, folder, command ...
    name=$1
    folder=$2
    shift 2
    rm -rf "$work/out" "$work/.tallybook"
    measure "$name" "$@" run --in "$work/$folder" --out "$work/out" --as-of 2025-12-31 --no-reports 2>&1 | grep processor
}

"$target/tallybook-dist/bin/tallybook" run --in "$work/csv" --out "$work/out" --as-of 2025-12-31 --no-reports > "$work/printed" 2>&1
for round in $(seq "$rounds"); do
    measure "inflate the sheet" java -cp "$work/classes" Inflate "$work/xlsx/usage.xlsx"
    measure "fastexcel-reader, xlsx" java -Xmx2g -cp "$work/classes:$work/lib/*" ReadFastexcel "$work/xlsx/usage.xlsx"
    tallybook "Tallybook, xlsx" xlsx java -Xmx256m -jar "$target/tallybook.jar"
    tallybook "Tallybook's distribution, xlsx" xlsx "$target/tallybook-dist/bin/tallybook"
    measure "DuckDB, csv" java -Xmx2g -cp "$work/classes:$work/lib/*" SumDuckDb "$work/csv/usage.csv"
    tallybook "Tallybook, csv" csv java -Xmx256m -jar "$target/tallybook.jar"
    tallybook "Tallybook's distribution, csv" csv "$target/tallybook-dist/bin/tallybook"
done

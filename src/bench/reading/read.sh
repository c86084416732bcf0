#!/bin/sh
# Reads a cost export with the whole job of Tallybook and with the bare readers of others, in turn, each as a process of its own.
#   src/bench/reading/read.sh [ROWS [ROUNDS]]        needs java 17, Maven, GNU time, target/tallybook.jar and target/tallybook-dist
set -eu
. "$(dirname "$0")/libraries.sh"
rows=${1:-200000}
rounds=${2:-3}

mkdir "$work/csv" "$work/xlsx"
java "$here/../GenerateUsage.java" "$rows" "$work/csv/usage.csv" > "$work/sums"
java -cp "$work/classes:$target/tallybook.jar" GenerateWorkbook "$work/csv/usage.csv" "$work/xlsx/usage.xlsx" Usage

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
    measure "fastexcel-reader, xlsx" java -Xmx2g -cp "$work/classes:$work/lib/*" ReadFastexcel "$work/xlsx/usage.xlsx" CostInBillingCurrency BillingCurrencyCode
    tallybook "Tallybook, xlsx" xlsx java -Xmx256m -jar "$target/tallybook.jar"
    tallybook "Tallybook's distribution, xlsx" xlsx "$target/tallybook-dist/bin/tallybook"
    measure "DuckDB, csv" java -Xmx2g -cp "$work/classes:$work/lib/*" SumDuckDb "$work/csv/usage.csv" CostInBillingCurrency BillingCurrencyCode
    tallybook "Tallybook, csv" csv java -Xmx256m -jar "$target/tallybook.jar"
    tallybook "Tallybook's distribution, csv" csv "$target/tallybook-dist/bin/tallybook"
done

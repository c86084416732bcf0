#!/bin/sh
# Reads, files and assesses purchase lines of an xlsx with Tallybook, beside the bare reading of fastexcel-reader, in turn.
#   src/bench/reading/purchases.sh [AGREEMENTS [LINES [ROUNDS]]]        needs java 17, Maven, GNU time and target/tallybook.jar
set -eu
. "$(dirname "$0")/libraries.sh"
agreements=${1:-1000}
lines=${2:-200}
rounds=${3:-3}
mkdir "$work/xlsx"
java "$here/../GeneratePurchases.java" "$work/csv" "$agreements" "$lines"
for table in agreements purchases; do
    java -cp "$work/classes:$target/tallybook.jar" GenerateWorkbook "$work/csv/$table.csv" "$work/xlsx/$table.xlsx" "$table"
done
for round in $(seq "$rounds"); do
    measure "fastexcel-reader" java -Xmx2g -cp "$work/classes:$work/lib/*" ReadFastexcel "$work/xlsx/purchases.xlsx" amount currency
    rm -rf "$work/out" "$work/.tallybook"
    measure "Tallybook" java -Xmx256m -jar "$target/tallybook.jar" run "$here/../support.yaml" --in "$work/xlsx" \
        --out "$work/out" --as-of 2026-10-31 --no-reports 2>&1 | grep processor
done

# What the benchmarks of reading share: the readers of others from Maven Central, and how a program is measured.
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../../target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for library in org.dhatim:fastexcel-reader:0.20.2 com.fasterxml:aalto-xml:1.4.0 org.codehaus.woodstox:stax2-api:4.3.0 \
        org.apache.commons:commons-compress:1.28.0 commons-io:commons-io:2.20.0 commons-codec:commons-codec:1.19.0 org.apache.commons:commons-lang3:3.18.0 org.duckdb:duckdb_jdbc:2.0.0.1; do
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact="$library" -DoutputDirectory="$work/lib"
done
javac -d "$work/classes" -cp "$target/tallybook.jar:$work/lib/*" "$here"/*.java

measure() {
    name=$1
    shift
    /usr/bin/time -f "$name: %e s wall, %U s + %S s processor, %M KiB at most" "$@" > "$work/printed"
}

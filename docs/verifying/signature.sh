#!/bin/sh
# Checks one signature line of a note with OpenSSL.
#
#   sh signature.sh NOTE KEY [LINE]
#
# KEY is the public key as entries name it: base64 of the type byte 01 and 32 bytes. LINE is which of
# the note's signature lines to check, the first unless told.
set -eu
note=$1 key=$2 line=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What is signed is everything above the blank line, with its last line's end.
sed '/^$/,$d' "$note" >"$work/text"
# A signature line ends in base64 of the key's ID (4 bytes) and the signature (64 bytes).
sed '1,/^$/d' "$note" | sed -n "${line}s/.* //p" | base64 -d | tail -c 64 >"$work/signature"
# An Ed25519 public key as OpenSSL reads it: twelve bytes that say so (RFC 8410), and the key.
{
    printf '\060\052\060\005\006\003\053\145\160\003\041\000'
    printf '%s' "$key" | base64 -d | tail -c 32
} >"$work/key.der"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/text" -sigfile "$work/signature"

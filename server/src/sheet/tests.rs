use super::*;
use crate::import::MoneyFormat;
use rust_xlsxwriter::Workbook;

const STYLE: Style = Style {
    money: MoneyFormat {
        decimal_mark: '.',
        thousands_mark: Some(','),
        exponent: 2,
    },
    encoding: encoding_rs::GB18030,
};

/// What became of each row: minor units, or the code of what is wrong.
fn outcomes(bytes: &[u8], style: &Style) -> Vec<Result<i128, &'static str>> {
    let sheet = read(bytes, style).expect("a sheet");
    let outcome = |row: &SheetRow| match &row.wish {
        Ok(wish) => Ok(wish.amount.minor()),
        Err(fault) => Err(fault.code),
    };
    sheet.rows.iter().map(outcome).collect()
}

#[test]
fn every_fault_of_a_row_is_told_where_it_stands() {
    let text = "payee,amount,reference,purpose\n\
        a.example,\"1,250.5\",v-1,Roof\n\
        ,1,v-2,\n\
        not a name,1,v-3,\n\
        a.example,,v-4,\n\
        a.example,1.005,v-5,\n\
        a.example,0,v-6,\n\
        a.example,-3,v-7,\n\
        a.example,12x,v-8,\n\
        a.example,1,v 9,\n\
        a.example,1,v-1,\n\
        a.example,1,v-11,a\u{202e}b\n\
        a.example,1,,\n";
    let wanted = [
        Ok(125_050),
        Err("payee-missing"),
        Err("payee-unreadable"),
        Err("amount-missing"),
        Err("amount-digits"),
        Err("amount-zero"),
        Err("amount-negative"),
        Err("amount-unreadable"),
        Err("ref-unreadable"),
        Err("ref-repeated"),
        Err("purpose-unreadable"),
        Ok(100),
    ];
    assert_eq!(outcomes(text.as_bytes(), &STYLE), wanted);
    let sheet = read(text.as_bytes(), &STYLE).expect("a sheet");
    let lines: Vec<_> = sheet.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, (2..=13).collect::<Vec<_>>());
    let repeated = sheet.rows[9].wish.as_ref().expect_err("it repeats");
    assert_eq!(repeated.line, Some(2));
    let own = sheet.rows[11].wish.as_ref().expect("it is good");
    assert_eq!(own.reference.as_str(), sheet.digest.reference(12));
}

#[test]
fn a_sheet_is_read_in_the_clerks_encoding_and_marks() {
    let (bytes, ..) = encoding_rs::GB18030.encode("收款单位,金额,用途\na.example,1,修缮屋顶\n");
    let sheet = read(&bytes, &STYLE).expect("a sheet");
    assert_eq!(sheet.encoding, Some("gb18030"));
    let purpose = sheet.rows[0].wish.as_ref().expect("good").purpose.clone();
    assert_eq!(
        purpose.map(|text| text.to_string()).as_deref(),
        Some("修缮屋顶")
    );
    let spanish = Style {
        money: MoneyFormat {
            decimal_mark: ',',
            thousands_mark: Some('.'),
            exponent: 2,
        },
        ..STYLE
    };
    let text = "beneficiario;importe\na.example;1.250,5\n";
    assert_eq!(outcomes(text.as_bytes(), &spanish), [Ok(125_050)]);
}

#[test]
fn what_isnt_a_sheet_is_said_as_a_whole() {
    let fault = |bytes: &[u8]| read(bytes, &STYLE).expect_err("no sheet");
    assert_eq!(fault(b""), SheetFault::Empty);
    assert_eq!(fault(b"payee,amount\n"), SheetFault::Empty);
    assert_eq!(fault(b"payee,sum\n"), SheetFault::Column(Column::Amount));
    assert_eq!(
        fault(b"payee,amount,payee\n"),
        SheetFault::Column(Column::Payee)
    );
    assert_eq!(fault(b"PK\x03\x04nothing"), SheetFault::Unreadable);
    assert_eq!(
        fault(&vec![b' '; limits::CSV_BYTES_MAX + 1]),
        SheetFault::TooLarge
    );
    let rows = "a.example,1\n".repeat(limits::SHEET_ROWS_MAX + 1);
    let text = format!("payee,amount\n{rows}");
    assert_eq!(fault(text.as_bytes()), SheetFault::TooManyRows);
    let quote = format!("payee,amount\n\"{}", "x".repeat(2 << 20));
    assert_eq!(fault(quote.as_bytes()), SheetFault::Unreadable);
}

/// A workbook with these cells; a number where the text is one.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            let written = match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, *cell),
            };
            written.expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn numbers_of_a_workbook_are_what_was_typed() {
    let bytes = workbook(&[
        &["payee", "amount"],
        &["a.example", "0.1"],
        &["a.example", "1250.5"],
        &["a.example", "9999999999999.99"],
        &["a.example", "99999999999999.99"],
        &["a.example", "1,250.50"],
        &["a.example", "1.005"],
    ]);
    let wanted = [
        Ok(10),
        Ok(125_050),
        Ok(999_999_999_999_999),
        Err("amount-number"),
        Ok(125_050),
        Err("amount-digits"),
    ];
    assert_eq!(outcomes(&bytes, &STYLE), wanted);
}

#[test]
fn a_workbook_that_unpacks_beyond_its_limit_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive
        .start_file("xl/workbook.xml", options)
        .expect("a file");
    let chunk = vec![0; 1 << 20];
    for _ in 0..=(limits::XLSX_UNPACKED_BYTES_MAX >> 20) {
        archive.write_all(&chunk).expect("bytes");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    assert!(bytes.len() < limits::XLSX_BYTES_MAX);
    assert_eq!(
        read(&bytes, &STYLE).expect_err("too large"),
        SheetFault::TooLarge
    );
}
